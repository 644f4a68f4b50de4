'use client'

import { useEffect, useState } from 'react'
import type { PlainProblem } from '../client/problem'
import type { CaptionField } from '../create/captionFields'

type Check = (text: string) => readonly string[]

/** Characters that no font of ours can draw, by field id. The tables that tell are large: they are fetched once something is typed. */
export function useUnsupported(fields: readonly CaptionField[]): Readonly<Record<string, PlainProblem>> {
  const [check, setCheck] = useState<{ readonly run: Check } | null>(null)
  const typed = fields.some((field) => field.text !== '')

  useEffect(() => {
    if (!typed) return
    let wanted = true
    import('#core/lettering/unsupportedCharacters').then(
      ({ unsupportedCharacters }) => wanted && setCheck({ run: unsupportedCharacters }),
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [typed])

  if (!check) return {}
  return Object.fromEntries(
    fields.flatMap(({ id, text }) => {
      const characters = text === '' ? [] : check.run(text)
      if (characters.length === 0) return []
      const message = `None of our fonts can draw ${characters.join(' ')}. Leave ${characters.length > 1 ? 'them' : 'it'} out.`
      return [[id, { code: 'UNSUPPORTED_CHARACTERS', message, retryable: false }]]
    }),
  )
}
