'use client'

import { Button, TextInput } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { checkUrl } from '../../create/checkPicture'

interface UrlFormProps {
  readonly onUrl: (url: string) => void
}

/** A picture by its address. */
export function UrlForm({ onUrl }: UrlFormProps) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const problem = checkUrl(text.trim())
    setError(problem?.message ?? null)
    if (!problem) onUrl(text.trim())
  }
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        label="Or give its web address"
        placeholder="https://…"
        type="url"
        name="url"
        inputMode="url"
        autoComplete="off"
        size="md"
        value={text}
        error={error}
        leftSection={<IconLink size={18} aria-hidden="true" />}
        rightSectionWidth={76}
        rightSection={
          <Button type="submit" variant="default" size="compact-md">
            Get it
          </Button>
        }
        onChange={(event) => {
          setText(event.currentTarget.value)
          setError(null)
        }}
      />
    </form>
  )
}
