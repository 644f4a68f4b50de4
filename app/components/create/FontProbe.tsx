'use client'

import dynamic from 'next/dynamic'
import { fontFor } from '#core/lettering/fonts'
import type { FontName } from '#core/style'

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u
/** Three scripts of a hundred files each: their stylesheet alone is heavy. */
const HanFonts = dynamic(() => import('./HanFonts').then(({ HanFonts: Fonts }) => Fonts), { ssr: false })

interface FontProbeProps {
  readonly font: FontName
  readonly texts: readonly string[]
}

/** Sets the words where nobody sees them, so that the browser fetches just the font files that they need, before the canvas draws. */
export function FontProbe({ font, texts }: FontProbeProps) {
  return (
    <>
      {texts.some((text) => han.test(text)) && <HanFonts />}
      <div
        aria-hidden="true"
        style={{ position: 'absolute', inset: '0 auto auto 0', opacity: 0, pointerEvents: 'none' }}
      >
        {['Aa', ...texts].map((text, index) => {
          const { stack, weight } = fontFor(font, text)
          return (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: the order is all there is
              key={index}
              style={{
                position: 'absolute',
                width: 1,
                height: 1,
                overflow: 'hidden',
                fontFamily: stack,
                fontWeight: weight,
              }}
            >
              {text} {text.toUpperCase()}
            </span>
          )
        })}
      </div>
    </>
  )
}
