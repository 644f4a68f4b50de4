'use client'

import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArrowLeft, IconDots } from '@tabler/icons-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { DeleteDraft, SetTemplateState } from '../../../client/curatedTemplateDocuments'
import { problemOf } from '../../../client/problem'
import { request } from '../../../client/request'
import type { EditorTab } from '../../../curate/editorTab'
import { fieldList } from '../../../curate/fieldName'
import { templateDraft } from '../../../curate/templateDraft'
import type { CuratedTemplateFieldsFragment, TemplateState } from '../../../generated/graphql'
import type { TemplateEditing } from '../../../hooks/useTemplateEditor'
import { StateBadge } from '../parts/StateBadge'
import { tell } from '../tell'
import { AskFirst, type Question } from './AskFirst'
import { PublishDialog } from './PublishDialog'
import classes from './TemplateEditor.module.css'

interface EditorBarProps {
  readonly editing: TemplateEditing
  readonly onSave: () => void
  readonly onTab: (tab: EditorTab) => void
}

const done = {
  PUBLISHED: 'It is published. Everybody finds it now.',
  RETIRED: 'It is retired. Nobody finds it any more.',
  DRAFT: 'It is a draft again.',
}

/** Which template this is, whether it is saved, and the steps of its life. Stays in sight. */
export function EditorBar({ editing, onSave, onTab }: EditorBarProps) {
  const { saved, draft, changed, busy, attempt } = editing
  const router = useRouter()
  const [question, setQuestion] = useState<Question | null>(null)
  const [publishing, setPublishing] = useState(false)
  const { id, state } = saved

  const setState = async (next: TemplateState, from: CuratedTemplateFieldsFragment = saved) => {
    const input = { id, expectedVersion: from.version, state: next }
    const outcome = await attempt(
      next,
      templateDraft(from),
      async () => (await request(SetTemplateState, { input })).setTemplateState,
    )
    if (outcome.kind === 'done') tell(done[next])
    return outcome.kind === 'done'
  }
  const deleteDraft = async () => {
    try {
      const { deleteDraft: answer } = await request(DeleteDraft, { input: { id, expectedVersion: saved.version } })
      if (answer.__typename !== 'DraftDeleted') return tell(answer.message)
      tell(`“${saved.template.name}” is deleted.`)
      router.push('/admin/templates')
    } catch (error) {
      tell(problemOf(error).message)
    }
  }
  const askRetire = () =>
    setQuestion({
      title: 'Retire this template?',
      words:
        'Nobody finds it any more, and pictures of it are no longer recognised. Memes made with it stay. You can publish it again at any time.',
      yes: 'Retire it',
      onYes: () => void setState('RETIRED'),
    })
  const askDelete = () =>
    setQuestion({
      title: 'Delete this draft?',
      words: 'The draft and its history are gone for good.',
      yes: 'Delete it',
      onYes: () => void deleteDraft(),
    })

  return (
    <header className={classes.bar}>
      <Link href="/admin/templates" className={classes.back} aria-label="All templates" title="All templates">
        <IconArrowLeft size={21} />
      </Link>
      <h1>{draft.name || 'Without a name'}</h1>
      <StateBadge state={state} />
      <p className={classes.said} role="status">
        {changed.length > 0 ? `Not saved: ${fieldList(changed)}` : 'Saved'}
      </p>
      <div className={classes.actions}>
        <Button variant="default" disabled={changed.length === 0} loading={busy === 'save'} onClick={onSave}>
          Save
        </Button>
        {state !== 'PUBLISHED' && (
          <Button loading={busy === 'PUBLISHED'} onClick={() => setPublishing(true)}>
            Publish…
          </Button>
        )}
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label="More">
              <IconDots size={20} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {state === 'PUBLISHED' && (
              <Menu.Item component={Link} href={`/templates/${saved.template.slug}`}>
                See it as visitors do
              </Menu.Item>
            )}
            {state === 'PUBLISHED' && <Menu.Item onClick={askRetire}>Retire…</Menu.Item>}
            {state !== 'DRAFT' && <Menu.Item onClick={() => void setState('DRAFT')}>Make it a draft again</Menu.Item>}
            {state === 'DRAFT' && saved.wasPublished && <Menu.Item onClick={askRetire}>Retire…</Menu.Item>}
            {state === 'DRAFT' && !saved.wasPublished && (
              <Menu.Item c="var(--danger)" onClick={askDelete}>
                Delete this draft…
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
      <AskFirst question={question} onClose={() => setQuestion(null)} />
      {publishing && (
        <PublishDialog
          editing={editing}
          onPublish={(from) => setState('PUBLISHED', from)}
          onTab={onTab}
          onClose={() => setPublishing(false)}
        />
      )}
    </header>
  )
}
