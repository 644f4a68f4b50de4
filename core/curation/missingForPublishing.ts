import type { TemplateDefinition } from '../template'
import type { FieldIssue } from './fieldIssues'

/** What publishing needs and a template does not have; empty when it can be published. */
export function missingForPublishing({
  name,
  description,
  boxes,
  source,
  licence,
}: Pick<TemplateDefinition, 'name' | 'description' | 'boxes' | 'source' | 'licence'>): readonly FieldIssue[] {
  const needs: readonly (FieldIssue & { readonly isThere: boolean })[] = [
    { field: 'name', message: 'Give the template a name.', isThere: name.trim() !== '' },
    {
      field: 'description',
      message: 'Say what is to be seen: it is what people hear who cannot see the picture.',
      isThere: description.trim() !== '',
    },
    { field: 'boxes', message: 'Draw at least one box for words.', isThere: boxes.length > 0 },
    { field: 'source', message: 'Say where the picture comes from.', isThere: source.trim() !== '' },
    { field: 'licence', message: 'Say under which licence it may be used.', isThere: licence.trim() !== '' },
  ]
  return needs.flatMap(({ field, message, isThere }) => (isThere ? [] : [{ field, message }]))
}
