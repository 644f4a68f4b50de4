'use client'

import { Checkbox } from '@mantine/core'
import { IconPhotoUp } from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { Activity, useEffect, useRef, useState } from 'react'
import { CreateTemplate } from '../../../client/curatedTemplateDocuments'
import { curateOutcome } from '../../../client/curateTemplate'
import { type PlainProblem, problemOf } from '../../../client/problem'
import { request } from '../../../client/request'
import { wordPlaces } from '../../../client/wordPlaces'
import { checkFiles } from '../../../create/checkPicture'
import { nameOfFile } from '../../../curate/nameOfFile'
import type { TemplateBoxInput, TemplatePictureSourceInput } from '../../../generated/graphql'
import { useLimits } from '../../../hooks/useLimits'
import { type PictureWish, useTemplatePicture } from '../../../hooks/useTemplatePicture'
import { useWindowDrop } from '../../../hooks/useWindowDrop'
import { DropVeil } from '../../create/DropVeil'
import { FileButton } from '../../create/FileButton'
import { UrlForm } from '../../create/UrlForm'
import { PictureSteps } from '../parts/PictureSteps'
import { Trouble } from '../parts/Trouble'
import { MemePicker } from './MemePicker'
import classes from './NewTemplate.module.css'

interface NewTemplateProps {
  /** A meme that was made here, to make a template of. */
  readonly memeId: string | null
  /** A picture that keeps coming back. */
  readonly recurringId: string | null
}

/** A new template: first its picture, from anywhere; then it is a draft and has a page. */
export function NewTemplate({ memeId, recurringId }: NewTemplateProps) {
  const router = useRouter()
  const limits = useLimits()
  const { progress, problem, prepare, refuse } = useTemplatePicture()
  const [creating, setCreating] = useState(false)
  const [refusal, setRefusal] = useState<PlainProblem | null>(null)
  const [withoutWords, setWithoutWords] = useState(false)
  const wish = useRef<Parameters<typeof make> | null>(null)

  const make = async (picture: PictureWish, name: string, source: string, clean: boolean) => {
    wish.current = [picture, name, source, clean]
    setRefusal(null)
    const ready = await prepare(picture, clean)
    if (!ready) return
    setCreating(true)
    try {
      const boxes = clean ? await placesOf(ready.source) : []
      const input = { pictureJobId: ready.jobId, name, source, boxes }
      const outcome = curateOutcome((await request(CreateTemplate, { input })).createTemplate)
      if (outcome.kind === 'done') return router.push(`/admin/templates/${outcome.template.id}`)
      setRefusal(outcome.kind === 'refused' ? outcome.problem : null)
    } catch (error) {
      setRefusal(problemOf(error))
    }
    setCreating(false)
  }
  const takeFiles = (files: readonly File[]) => {
    const refused = checkFiles(files, limits?.maxUploadBytes ?? null)
    refuse(refused)
    if (!refused && files[0]) void make(files[0], nameOfFile(files[0].name), '', withoutWords)
  }
  const takeUrl = (url: string) => void make({ url }, nameOfFile(new URL(url).pathname), url, withoutWords)
  const takeMeme = (id: string) => void make({ memeId: id }, 'New template', '', withoutWords)
  const busy = progress !== null || creating
  const over = useWindowDrop({ onFiles: (files) => !busy && takeFiles(files), onUrl: (url) => !busy && takeUrl(url) })

  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || (!memeId && !recurringId)) return
    begun.current = true
    // What is on memes and uploads is somebody's words: a template wants none.
    setWithoutWords(true)
    const picture = memeId ? { memeId } : { recurringUploadId: recurringId! }
    void make(picture, 'New template', '', true)
  })

  const shown = refusal ?? problem
  return (
    <div className={classes.page}>
      <h1>New template</h1>
      {busy && <PictureSteps progress={progress ?? { text: 'Making the draft', fraction: null }} />}
      {/* Hidden rather than left out: an address that could not be fetched stays to be mended. */}
      <Activity mode={busy ? 'hidden' : 'visible'}>
        <div className={classes.ways}>
          <section className={classes.way} aria-label="From a picture">
            <IconPhotoUp size={34} stroke={1.6} aria-hidden="true" />
            <p>
              <b>Drop a picture</b> anywhere on this page, paste it, or
            </p>
            <FileButton onFiles={takeFiles}>Choose a picture</FileButton>
            <UrlForm onUrl={takeUrl} />
          </section>
          <MemePicker onMeme={takeMeme} />
        </div>
        <Checkbox
          label="Take the words off the picture first"
          description="For pictures that have captions on them: boxes take the places of their words."
          checked={withoutWords}
          onChange={(event) => setWithoutWords(event.currentTarget.checked)}
        />
      </Activity>
      {shown && !busy && <Trouble problem={shown} onRetry={() => wish.current && void make(...wish.current)} />}
      <DropVeil shown={over} />
    </div>
  )
}

/** Where words stood on a picture that was cleaned. Of memes and of pictures that keep coming back only the picture is known. */
async function placesOf({ uploadId, url }: TemplatePictureSourceInput): Promise<TemplateBoxInput[]> {
  const source = uploadId ? { uploadId } : url ? { url } : null
  return source ? [...(await wordPlaces(source, new AbortController().signal))] : []
}
