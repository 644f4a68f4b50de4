'use client'

import { Button, Textarea } from '@mantine/core'
import { IconArrowLeft, IconBolt } from '@tabler/icons-react'
import Link from 'next/link'
import { type FormEvent, useEffect, useState } from 'react'
import { MostInBatch } from '../../client/batchDocuments'
import { request } from '../../client/request'
import { exampleLine, memesOfLines } from '../../create/manyMemes'
import { pictureOf } from '../../create/scene'
import { templateAddress } from '../../create/templateAddress'
import type { TemplateFieldsFragment } from '../../generated/graphql'
import { useBatch } from '../../hooks/useBatch'
import { useKeptText } from '../../hooks/useKeptText'
import { useRecentMemes } from '../../hooks/useRecentMemes'
import { useServiceStatus } from '../../hooks/useServiceStatus'
import { ProblemNote } from '../create/ProblemNote'
import { WorkerNotice } from '../create/WorkerNotice'
import { BatchSums } from './BatchSums'
import { BatchTile } from './BatchTile'
import { DownloadAll } from './DownloadAll'
import classes from './ManyView.module.css'

interface ManyViewProps {
  readonly template: TemplateFieldsFragment
  /** Which of its pictures; null for the default one. */
  readonly style: string | null
  /** A batch that the address names: it was asked for before. */
  readonly asked: string | null
}

const sayMemes = (count: number): string => (count === 1 ? '1 meme' : `${count} memes`)

/** Many memes of one template: a line each, all made at once. */
export function ManyView({ template, style, asked }: ManyViewProps) {
  const { slug, name, boxes } = template
  const { image } = pictureOf(template, style)
  const [text, setText] = useKeptText(`memezap.many.1.${slug}`)
  const [most, setMost] = useState<number | null>(null)
  const { sums, items, asking, problem, ask, cancel } = useBatch(asked)
  const { remember } = useRecentMemes()
  const memes = memesOfLines(text)
  const tooMany = most !== null && memes.length > most
  const atWork = asking || (sums !== null && !sums.ended)

  const service = useServiceStatus(atWork)

  useEffect(() => {
    const life = new AbortController()
    request(MostInBatch, {}, life.signal).then(
      ({ limits }) => setMost(limits.maxBatch),
      () => {},
    )
    return () => life.abort()
  }, [])

  const ended = sums?.ended ?? false
  useEffect(() => {
    if (ended) for (const { meme } of items) if (meme) remember(meme)
  }, [ended, items, remember])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const shared = { source: { templateId: slug }, templateStyle: style }
    const id = await ask({ shared, items: memes.map((captions) => ({ captions })) })
    if (!id) return
    const address = new URL(window.location.href)
    address.searchParams.set('batch', id)
    window.history.replaceState(window.history.state, '', address)
  }
  return (
    <div className={classes.page}>
      <Link href={templateAddress(slug, style)} className={classes.back}>
        <IconArrowLeft size={17} aria-hidden="true" /> {name}
      </Link>
      <h1>Many at once</h1>
      <form className={classes.form} onSubmit={submit}>
        {/* biome-ignore lint/performance/noImgElement: content-addressed and cached for ever; no optimiser in front */}
        <img src={image.url} alt={template.description} width={image.width} height={image.height} />
        <div className={classes.words}>
          <Textarea
            label="Your words, one meme a line"
            description={boxes.length > 1 ? 'A bar | goes between the places of a meme.' : undefined}
            placeholder={exampleLine(boxes.map(({ example }) => example))}
            autosize
            minRows={6}
            maxRows={16}
            size="md"
            value={text}
            error={tooMany ? `That is ${memes.length}; ${most} go at once.` : undefined}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button
            type="submit"
            size="lg"
            className={classes.make}
            disabled={memes.length === 0 || tooMany || atWork}
            leftSection={<IconBolt size={24} fill="currentColor" />}
          >
            {memes.length === 0 ? 'Make them' : `Make ${sayMemes(memes.length)}`}
          </Button>
        </div>
      </form>
      {problem && <ProblemNote problem={problem} />}
      {sums && (
        <section className={classes.results} aria-label="Your memes">
          {/* What is missing for uploads is not missing here. */}
          <WorkerNotice service={service && atWork ? { ...service, missing: [] } : null} />
          <BatchSums sums={sums} onCancel={cancel} />
          {ended && <DownloadAll items={items} name={slug} />}
          <ul className={classes.grid}>
            {items.map((item) => (
              <BatchTile key={item.index} item={item} ratio={image.width / image.height} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
