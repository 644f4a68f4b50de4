import Link from 'next/link'
import type { CurationWorkQuery } from '../../../generated/graphql'
import { StoredPicture } from '../parts/StoredPicture'
import { WorkPanel } from './WorkPanel'
import classes from './WorkPanel.module.css'

type Work = CurationWorkQuery['curation']

interface UsesPanelProps {
  readonly mostUsed: Work['mostUsed']
  readonly neverUsed: Work['neverUsed']
}

/** What people like, and what nobody has tried yet. */
export function UsesPanel({ mostUsed, neverUsed }: UsesPanelProps) {
  const list = (edges: Work['mostUsed']['edges']) => (
    <ul className={classes.list}>
      {edges.map(({ node: { id, template } }) => (
        <li key={id}>
          <Link href={`/admin/templates/${id}`} className={classes.item}>
            <StoredPicture image={template.thumbnail} alt="" />
            <span>
              {template.name}
              {template.uses > 0 && <small>{template.uses === 1 ? 'once' : `${template.uses} times`}</small>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <WorkPanel
        title="Most used"
        about="What memes are mostly made of."
        {...(mostUsed.edges.length === 0 ? { count: 0 } : {})}
      >
        {list(mostUsed.edges)}
      </WorkPanel>
      <WorkPanel
        title="Never used"
        about="Published, but no meme was made of them yet. Keywords and a good description help."
        count={neverUsed.totalCount}
      >
        {list(neverUsed.edges)}
        {neverUsed.totalCount > neverUsed.edges.length && (
          <Link href="/admin/templates?order=NEVER_USED" className={classes.all}>
            All that were never used
          </Link>
        )}
      </WorkPanel>
    </>
  )
}
