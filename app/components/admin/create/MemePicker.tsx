'use client'

import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { LatestMemes } from '../../../client/curationDocuments'
import { request } from '../../../client/request'
import { memeIdIn } from '../../../curate/memeIdIn'
import type { LatestMemesQuery } from '../../../generated/graphql'
import { StoredPicture } from '../parts/StoredPicture'
import classes from './NewTemplate.module.css'

/** A meme that was made on this site: by its link, or one of the latest. */
export function MemePicker({ onMeme }: { readonly onMeme: (id: string) => void }) {
  const [memes, setMemes] = useState<LatestMemesQuery['memes']['edges']>([])
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    const life = new AbortController()
    request(LatestMemes, {}, life.signal).then(
      (answer) => setMemes(answer.memes.edges),
      // The link still works without them.
      () => {},
    )
    return () => life.abort()
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const id = memeIdIn(text.trim())
    if (id) onMeme(id)
    else setError('This is not the link of a meme. It looks like …/memes/ and an id.')
  }
  return (
    <section className={classes.way} aria-label="From a meme made here">
      <p>
        <b>Or from a meme made here:</b> the picture it was made of becomes the template.
      </p>
      <form onSubmit={submit} noValidate>
        <TextInput
          label="Link of the meme"
          placeholder="…/memes/…"
          autoComplete="off"
          size="md"
          value={text}
          error={error}
          rightSectionWidth={76}
          rightSection={
            <Button type="submit" variant="default" size="compact-md">
              Use it
            </Button>
          }
          onChange={(event) => {
            setText(event.currentTarget.value)
            setError(null)
          }}
        />
      </form>
      {memes.length > 0 && (
        <ul className={classes.memes} aria-label="The latest memes">
          {memes.map(({ node: { id, captions, ...image } }) => {
            const words = captions.filter((caption) => caption.trim() !== '').join(' / ') || 'A meme without words'
            return (
              <li key={id}>
                <button
                  type="button"
                  aria-label={`Use the picture of “${words}”`}
                  title={words}
                  onClick={() => onMeme(id)}
                >
                  <StoredPicture image={image} alt="" />
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
