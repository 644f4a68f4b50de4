'use client'

import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { signIn } from '../../../client/adminSession'
import { type PlainProblem, problemOf } from '../../../client/problem'
import classes from './AdminShell.module.css'

/** The door to curation: the token that whoever runs the site gave out, and a name for the history. */
export function SignIn() {
  const router = useRouter()
  const [token, setToken] = useState('')
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<PlainProblem | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      await signIn(token, name.trim())
      router.refresh()
    } catch (error) {
      setProblem(problemOf(error))
      setBusy(false)
    }
  }
  return (
    <section className={classes.gate} aria-label="Sign in">
      <h1>For curators</h1>
      <p>Sign in to add and edit templates. Ask whoever runs this site for the token.</p>
      <form onSubmit={submit}>
        <TextInput
          label="Your name"
          description="The history says who changed what."
          name="name"
          autoComplete="name"
          size="md"
          maxLength={60}
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          label="Token"
          name="token"
          autoComplete="current-password"
          size="md"
          required
          withAsterisk={false}
          value={token}
          error={problem?.message}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the token' }}
          onChange={(event) => setToken(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={busy}>
          Sign in
        </Button>
      </form>
    </section>
  )
}
