'use client'

import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { OwnRange } from '../../../../performance/asked'
import classes from './Toolbar.module.css'

interface OwnRangeFormProps {
  readonly range: OwnRange | null
  readonly onRange: (range: OwnRange) => void
}

const keptDays = 400

/** A moment as the browser's field wants it: the wall's clock, without a zone. */
function fieldText(at: string): string {
  const moment = new Date(at)
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** What is wrong with a time, in words; null when nothing is. */
function wrong(from: Date, to: Date | null): string | null {
  if (Number.isNaN(from.getTime())) return 'Say from when.'
  if (from.getTime() >= Date.now()) return 'This begins in the future.'
  if (from.getTime() < Date.now() - keptDays * 86_400_000) return `Nothing is kept longer than ${keptDays} days.`
  if (to && to <= from) return 'The end must be later than the beginning.'
  return null
}

/** From when and until when, by this browser's clock. */
export function OwnRangeForm({ range, onRange }: OwnRangeFormProps) {
  const [from, setFrom] = useState(() => fieldText(range?.from ?? new Date(Date.now() - 3 * 3_600_000).toISOString()))
  const [to, setTo] = useState(() => (range?.to ? fieldText(range.to) : ''))
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [begin, end] = [new Date(from), to === '' ? null : new Date(to)]
    const why = wrong(begin, end)
    setProblem(why)
    if (!why) onRange({ from: begin.toISOString(), to: end?.toISOString() ?? null })
  }
  return (
    <form className={classes.own} onSubmit={submit} noValidate aria-label="From – to">
      <label>
        From
        <input type="datetime-local" value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
      </label>
      <label>
        To (empty: now)
        <input type="datetime-local" value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      </label>
      <Button type="submit" size="sm" variant="default">
        Show
      </Button>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </form>
  )
}
