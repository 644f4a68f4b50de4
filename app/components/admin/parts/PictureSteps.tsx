import { Progress } from '@mantine/core'
import type { PictureProgress } from '../../../hooks/useTemplatePicture'
import classes from './PictureSteps.module.css'

/** What is being done with a picture, and how far that is. */
export function PictureSteps({ progress: { text, fraction } }: { readonly progress: PictureProgress }) {
  return (
    <div className={classes.steps}>
      <p role="status">{text} …</p>
      <Progress
        aria-label={text}
        value={fraction === null ? 100 : Math.max(4, fraction * 100)}
        animated={fraction === null}
        striped={fraction === null}
      />
    </div>
  )
}
