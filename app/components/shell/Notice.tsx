import type { ReactNode } from 'react'
import { Logo } from './Logo'
import classes from './Notice.module.css'

interface NoticeProps {
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}

/** A page that has only one thing to say. */
export function Notice({ title, text, children }: NoticeProps) {
  return (
    <div className={classes.notice}>
      <Logo size={84} />
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </div>
  )
}
