import { IconDownload } from '@tabler/icons-react'
import classes from './DropVeil.module.css'

/** Over the whole window while something is dragged over it. */
export function DropVeil({ shown }: { readonly shown: boolean }) {
  if (!shown) return null
  return (
    <div className={classes.veil}>
      <p>
        <IconDownload size={54} stroke={1.8} aria-hidden="true" />
        Let it go!
      </p>
    </div>
  )
}
