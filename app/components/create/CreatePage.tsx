'use client'

import { useEffect, useMemo, useState } from 'react'
import { makeMeme } from '../../client/makeMeme'
import type { PlainProblem } from '../../client/problem'
import { checkFiles, checkUrl } from '../../create/checkPicture'
import { changeDraft } from '../../create/draft'
import { foundIn } from '../../create/foundIn'
import { memeInput } from '../../create/memeInput'
import { pictureOf, recognisedMatch } from '../../create/scene'
import { namedSource, type Source } from '../../create/source'
import { usedFields } from '../../create/usedFields'
import { useAskedAddress } from '../../hooks/useAskedAddress'
import { useDraft } from '../../hooks/useDraft'
import { useGenerate } from '../../hooks/useGenerate'
import { useLimits } from '../../hooks/useLimits'
import { type PictureView, usePicture } from '../../hooks/usePicture'
import { usePlainAnalysis } from '../../hooks/usePlainAnalysis'
import { useRecentMemes } from '../../hooks/useRecentMemes'
import { useSavedTemplates } from '../../hooks/useSavedTemplates'
import { useServiceStatus } from '../../hooks/useServiceStatus'
import { useSession } from '../../hooks/useSession'
import { useShortcuts } from '../../hooks/useShortcuts'
import { useWindowDrop } from '../../hooks/useWindowDrop'
import { ResultView } from '../result/ResultView'
import { DropVeil } from './DropVeil'
import { EditView } from './EditView'
import { StartView } from './StartView'
import { WorkerNotice } from './WorkerNotice'

const busy: PlainProblem = {
  code: 'BUSY',
  message: 'A meme is being made just now. Cancel it first, then bring the next picture.',
  retryable: false,
}

/** From a picture to a meme: bring it, type, get it. */
export function CreatePage() {
  const picture = usePicture()
  const control = useDraft()
  const generate = useGenerate()
  const limits = useLimits()
  const { remember } = useRecentMemes()
  const [refusal, setRefusal] = useState<PlainProblem | null>(null)
  const [triedTooSoon, setTriedTooSoon] = useState(false)
  const { draft, change } = control
  const { analysis, source, template } = picture
  const { rememberUse } = useSavedTemplates()
  const known = recognisedMatch(analysis)
  const plain = usePlainAnalysis(known ? (analysis?.uploadId ?? null) : null, draft.recognition === 'IGNORE')
  const variant = template && draft.variant !== null ? pictureOf(template, draft.variant).style : null
  const named = namedSource(source, analysis?.uploadId ?? null, variant)
  const meme = generate.job?.state === 'DONE' ? generate.job.meme : null
  const anyWords = usedFields(draft).some((field) => field.text.trim() !== '')
  const reason = whyNot(named !== null, picture, anyWords)
  const service = useServiceStatus(generate.job?.state === 'QUEUED' || picture.job?.state === 'QUEUED')

  const bring = (chosen: Source, problem: PlainProblem | null, style: string | null = null) => {
    const refused = problem ?? (generate.busy ? busy : null)
    setRefusal(refused)
    if (refused) return
    setTriedTooSoon(false)
    change(
      chosen.kind === 'template' ? { kind: 'newTemplate', variant: style } : { kind: 'newPicture', keepWords: !meme },
    )
    generate.reset()
    picture.choose(chosen)
  }
  const bringFiles = (files: readonly File[]) => {
    const [file] = files
    const problem = checkFiles(files, limits?.maxUploadBytes ?? null)
    bring({ kind: 'file', file: file ?? new Blob(), name: file?.name ?? '' }, problem)
  }
  const bringUrl = (url: string) => bring({ kind: 'url', url }, checkUrl(url))
  const bringTemplate = (slug: string, style: string | null) => bring({ kind: 'template', slug }, null, style)

  const start = () => {
    if (!source || generate.busy || meme) return
    setTriedTooSoon(reason !== null)
    if (!reason && named) void generate.start(memeInput(draft, named))
  }

  const over = useWindowDrop({ onFiles: bringFiles, onUrl: bringUrl })
  useShortcuts({ onUndo: () => change({ kind: 'undo' }), onRedo: () => change({ kind: 'redo' }), onGenerate: start })
  useSession(draft, source, (session) => {
    change({ kind: 'restore', draft: session.draft })
    if (session.source) picture.choose(session.source)
  })
  useAskedAddress({ onUrl: bringUrl, onTemplate: bringTemplate })

  const found = useMemo(() => JSON.stringify(foundIn(template, analysis)), [template, analysis])
  useEffect(() => {
    const places = JSON.parse(found) as ReturnType<typeof foundIn>
    if (places) change({ kind: 'found', found: places })
  }, [found, change])
  useEffect(() => {
    if (template) rememberUse(template)
  }, [template, rememberUse])
  useEffect(() => {
    if (meme) remember(meme)
  }, [meme, remember])
  // Said until it is there, whatever else of the picture arrives meanwhile.
  useEffect(() => {
    if (reason === null) setTriedTooSoon(false)
  }, [reason])

  return (
    <>
      <DropVeil shown={over} />
      <div style={{ maxWidth: 1320, marginInline: 'auto', paddingInline: '1.25rem' }}>
        <WorkerNotice service={source ? service : null} />
      </div>
      {!source ? (
        <StartView
          problem={refusal}
          onFiles={bringFiles}
          onUrl={bringUrl}
          onTemplate={(slug) => bringTemplate(slug, null)}
        />
      ) : meme && named ? (
        <ResultView
          key={meme.id}
          meme={meme}
          before={meme.before ?? analysis?.picture ?? null}
          fromFinishedMeme={generate.fromFinishedMeme}
          inFormat={(format) => makeMeme({ ...memeInput(draft, named), format })}
          onChangeWords={generate.reset}
          onWithoutTemplate={() => {
            const ignoring = { kind: 'set', values: { recognition: 'IGNORE' } } as const
            change(ignoring)
            void generate.start(memeInput(changeDraft(draft, ignoring), named))
          }}
          onNewPicture={() => {
            generate.reset()
            picture.clear()
            change({ kind: 'newPicture', keepWords: false })
          }}
        />
      ) : (
        <EditView
          picture={picture}
          plain={plain}
          control={control}
          generate={generate}
          limits={limits}
          refusal={refusal}
          blocked={triedTooSoon ? reason : null}
          onFiles={bringFiles}
          onGenerate={start}
        />
      )}
    </>
  )
}

function whyNot(named: boolean, { problem }: PictureView, anyWords: boolean): string | null {
  if (problem) return 'First a picture that can be used.'
  if (!named) return 'One moment: the picture is still on its way.'
  return anyWords ? null : 'Type at least one caption first.'
}
