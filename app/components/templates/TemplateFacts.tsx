import Link from 'next/link'
import { searchAddress } from '../../create/templateSearch'
import type { TemplateFieldsFragment } from '../../generated/graphql'
import classes from './TemplateFacts.module.css'

const isAddress = (source: string): boolean => /^https?:\/\//.test(source) && URL.canParse(source)

/** What else there is to know: other names, keywords that lead to more like it, where it comes from. */
export function TemplateFacts({ template }: { readonly template: TemplateFieldsFragment }) {
  const { aliases, keywords, source, licence, animated } = template
  return (
    <dl className={classes.facts}>
      {keywords.length > 0 && (
        <div>
          <dt>Keywords</dt>
          <dd className={classes.keywords}>
            {keywords.map((tag) => (
              <Link key={tag} href={searchAddress({ text: '', tag })}>
                {tag}
              </Link>
            ))}
          </dd>
        </div>
      )}
      {aliases.length > 0 && (
        <div>
          <dt>Also called</dt>
          <dd>{aliases.join(', ')}</dd>
        </div>
      )}
      {animated && (
        <div>
          <dt>Moves</dt>
          <dd>Its first frame is used for now.</dd>
        </div>
      )}
      {source && (
        <div>
          <dt>Source</dt>
          <dd>
            {isAddress(source) ? (
              <a href={source} rel="noreferrer">
                {new URL(source).host}
              </a>
            ) : (
              source
            )}
          </dd>
        </div>
      )}
      {licence && (
        <div>
          <dt>Licence</dt>
          <dd>{licence}</dd>
        </div>
      )}
    </dl>
  )
}
