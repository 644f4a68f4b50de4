import { sizeText } from '#core/sizeText'
import { sameShape } from '../../create/sameShape'
import type { MemeFieldsFragment } from '../../generated/graphql'
import { BeforeAfter } from './BeforeAfter'
import classes from './ResultView.module.css'

interface MemeBoardProps {
  readonly meme: MemeFieldsFragment
  readonly before: MemeFieldsFragment['before']
}

/** The meme as the main thing of its page, with what it was before. */
export function MemeBoard({ meme, before }: MemeBoardProps) {
  const words = meme.captions.filter((caption) => caption.trim() !== '').join(' / ')
  return (
    <section aria-label="Picture" className={classes.picture}>
      <div className={classes.board}>
        <BeforeAfter before={before} after={meme} alt={words ? `Meme: ${words}` : 'A meme without words'} />
      </div>
      <p className={classes.facts}>
        {meme.width} × {meme.height} · {meme.format === 'WEBP' ? 'WebP' : meme.format} · {sizeText(meme.bytes)}
        {before && sameShape(before, meme) && ' · drag across the picture to see it before'}
      </p>
    </section>
  )
}
