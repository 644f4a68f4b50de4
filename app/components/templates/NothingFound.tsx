import { Button } from '@mantine/core'
import Link from 'next/link'
import type { TemplateSearch } from '../../create/templateSearch'
import type { TemplateTagsQuery } from '../../generated/graphql'
import classes from './NothingFound.module.css'

interface NothingFoundProps {
  readonly search: TemplateSearch
  readonly tags: TemplateTagsQuery['templateTags']
  readonly onLook: (search: TemplateSearch) => void
}

/** An empty gallery: what to try instead. */
export function NothingFound({ search: { text, tag }, tags, onLook }: NothingFoundProps) {
  const searched = text !== '' || tag !== null
  const what = [text && `“${text}”`, tag && `the keyword “${tag}”`].filter(Boolean).join(' with ')
  return (
    <div className={classes.empty}>
      <p>
        <b>{searched ? `No template for ${what}.` : 'There are no templates here yet.'}</b>
      </p>
      {searched ? (
        <p>
          Try what is to be seen, or the mood, in one or two words
          {tags.slice(0, 3).map(({ tag: other }, index) => (
            <span key={other}>
              {index === 0 ? ': ' : ', '}
              <button type="button" onClick={() => onLook({ text: '', tag: other })}>
                {other}
              </button>
            </span>
          ))}
          . Or bring a picture of your own.
        </p>
      ) : (
        <p>Any picture does: bring one of your own.</p>
      )}
      <div className={classes.ways}>
        {searched && (
          <Button variant="default" onClick={() => onLook({ text: '', tag: null })}>
            All templates
          </Button>
        )}
        <Button component={Link} href="/">
          Use my own picture
        </Button>
      </div>
    </div>
  )
}
