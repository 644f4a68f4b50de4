import { CloseButton, Loader, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'

interface SearchFieldProps {
  readonly typed: string
  readonly loading: boolean
  readonly onType: (text: string) => void
  /** Down from the field. */
  readonly onDown: () => void
}

/** Finds while one types. `/` leads to it from anywhere on the page, Escape empties it. */
export function SearchField({ typed, loading, onType, onDown }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea')
      if (event.key !== '/' || inField || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      field.current?.focus()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
  return (
    <search>
      <form action="/templates" onSubmit={(event) => event.preventDefault()}>
        <TextInput
          ref={field}
          name="q"
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          size="lg"
          aria-label="Search templates"
          placeholder="What is it about? Two buttons, panic, bear…"
          maxLength={200}
          value={typed}
          leftSection={
            loading ? <Loader size={18} color="var(--text-soft)" /> : <IconSearch size={20} aria-hidden="true" />
          }
          rightSection={typed && <CloseButton aria-label="Empty the search" onClick={() => onType('')} />}
          onChange={(event) => onType(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onType('')
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            onDown()
          }}
        />
      </form>
    </search>
  )
}
