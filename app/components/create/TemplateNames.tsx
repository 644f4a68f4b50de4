import Link from 'next/link'
import { Fragment } from 'react'
import type { Match } from '../../create/matches'

/** Names that lead to their templates. */
export const TemplateNames = ({ matches }: { readonly matches: readonly Match[] }) =>
  matches.map(({ name, template }, index) => (
    <Fragment key={name}>
      {index > 0 && ', '}
      {template ? <Link href={`/templates/${template.slug}`}>{name}</Link> : name}
    </Fragment>
  ))
