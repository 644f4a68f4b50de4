import { expect, it } from 'vitest'
import { templateFolders } from './templateFolders'

const found = (paths: readonly string[]) =>
  templateFolders(paths.map((path) => ({ path }))).map(({ path, files }) => [path, [...files.keys()].sort()])

it('finds template folders at any depth, in the order of their paths', () => {
  expect(
    found([
      'memegen-main/templates/two/config.yml',
      'memegen-main/templates/two/default.jpg',
      'memegen-main/README.md',
      'one/template.json',
    ]),
  ).toEqual([
    ['memegen-main/templates/two', ['config.yml', 'default.jpg']],
    ['one', ['template.json']],
  ])
})

it('names folders beside them that have a picture and no definition, and no others', () => {
  const paths = ['all/a/config.yml', 'all/b/default.png', 'all/c/notes.txt', 'pictures/x.png', 'all/cover.png']
  expect(found(paths).map(([path]) => path)).toEqual(['all/a', 'all/b'])
})

it('takes a definition at the root for a template of its own', () => {
  expect(found(['config.yml', 'default.jpg', 'other/x.jpg'])).toEqual([['', ['config.yml', 'default.jpg']]])
})

it('passes over what systems leave behind, and previews', () => {
  const paths = [
    '__MACOSX/a/config.yml',
    '.git/a/config.yml',
    '_test/config.yml',
    'a/config.yml',
    'a/.DS_Store',
    'a/_preview.jpg',
  ]
  expect(found(paths)).toEqual([['a', ['config.yml']]])
})
