'use client'

import { Notice } from '../components/shell/Notice'
import classes from '../components/shell/Notice.module.css'

interface ErrorProps {
  readonly error: Error & { readonly digest?: string }
  readonly reset: () => void
}

/** What is shown when a page breaks; Next.js calls it. */
export default function ErrorPage({ error, reset }: ErrorProps) {
  const trace = error.digest ? ` If it happens again, quote ${error.digest}.` : ''
  return (
    <Notice
      title="That did not go as planned"
      text={`Something went wrong on this page. What you typed is kept.${trace}`}
    >
      <button type="button" className={classes.action} onClick={reset}>
        Try again
      </button>
    </Notice>
  )
}
