'use client'

import { Tabs } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import type { EditedBox } from '../../../curate/editedBox'
import { type EditorTab, editorTab } from '../../../curate/editorTab'
import type { PreviewWords } from '../../../curate/previewWords'
import type { CuratedTemplateFieldsFragment } from '../../../generated/graphql'
import { useBoxEditing } from '../../../hooks/useBoxEditing'
import { useImage } from '../../../hooks/useImage'
import { useLimits } from '../../../hooks/useLimits'
import { usePictureBitmap } from '../../../hooks/usePictureBitmap'
import { useFontEpoch } from '../../../hooks/usePreviewPlan'
import { useSetWords } from '../../../hooks/useSetWords'
import { useTemplateEditor } from '../../../hooks/useTemplateEditor'
import { useUndoKeys } from '../../../hooks/useUndoKeys'
import { useWorkerNews } from '../../../hooks/useWorkerNews'
import { FontProbe } from '../../create/FontProbe'
import { BoardTools } from '../editor/BoardTools'
import { BoxBoard } from '../editor/BoxBoard'
import { BoxList } from '../editor/BoxList'
import { IntoView } from '../parts/IntoView'
import { Trouble } from '../parts/Trouble'
import { ConflictNote } from './ConflictNote'
import { EditorBar } from './EditorBar'
import { HistoryPanel } from './HistoryPanel'
import { KeptNote } from './KeptNote'
import { LeaveGuard } from './LeaveGuard'
import { LookAlikesPanel } from './LookAlikesPanel'
import { PicturesPanel } from './PicturesPanel'
import classes from './TemplateEditor.module.css'
import { WordsPanel } from './WordsPanel'

interface TemplateEditorProps {
  readonly first: CuratedTemplateFieldsFragment
  /** Which part is open at first; null for the one that suits. */
  readonly firstTab: EditorTab | null
}

/** A template's page for curators: its picture with the boxes, and beside it all that is said about it. */
export function TemplateEditor({ first, firstTab }: TemplateEditorProps) {
  const editing = useTemplateEditor(first)
  const { saved, draft, change, changed, trouble } = editing
  useWorkerNews(editing)
  const [tab, setTab] = useState<EditorTab>(firstTab ?? (first.template.boxes.length > 0 ? 'words' : 'boxes'))
  const [shown, setShown] = useState<PreviewWords>('examples')
  const [style, setStyle] = useState('default')
  const picture = draft.pictures.find((one) => one.style === style) ?? draft.pictures[0]!
  const { url, width, height } = picture.image
  const size = useMemo(() => ({ width, height }), [width, height])

  const onBoxes = useCallback((boxes: readonly EditedBox[], step: string | null) => change({ boxes }, step), [change])
  const boxEditing = useBoxEditing({ boxes: draft.boxes, picture: size, onBoxes })
  const fontEpoch = useFontEpoch()
  const limits = useLimits()
  const bitmap = usePictureBitmap(useImage(url))
  const words = useSetWords(boxEditing.boxes, shown, size, bitmap, limits?.minFontPx ?? 12, fontEpoch)
  const fonts = new Set(draft.boxes.map((box) => box.style.font))
  const issueOf = (field: string) => trouble?.issues.find((issue) => issue.field === field)?.message
  const boxIssues = Object.fromEntries(
    (trouble?.issues ?? []).flatMap(({ field, message }) => {
      const number = /^boxes\.(\d+)/.exec(field)?.[1]
      return number === undefined ? [] : [[Number(number), message]]
    }),
  )
  const save = () => {
    if (changed.length > 0 && editing.busy === null) void editing.save()
  }
  useUndoKeys({ onUndo: editing.undo, onRedo: editing.redo, onSave: save })

  return (
    <div className={classes.editor}>
      <EditorBar editing={editing} onSave={save} onTab={setTab} />
      <KeptNote editing={editing} />
      {editing.clashes && (
        <IntoView key={saved.version}>
          <ConflictNote editing={editing} />
        </IntoView>
      )}
      {trouble && (
        <IntoView>
          <Trouble {...trouble} />
        </IntoView>
      )}
      <div className={classes.columns}>
        <section className={classes.picture} aria-label="Picture">
          <BoardTools
            editing={boxEditing}
            canUndo={editing.canUndo}
            canRedo={editing.canRedo}
            onUndo={editing.undo}
            onRedo={editing.redo}
            shown={shown}
            onShown={setShown}
          />
          <BoxBoard editing={boxEditing} words={words} url={url} alt={draft.description || draft.name}>
            {[...fonts].map((font) => (
              <FontProbe key={font} font={font} texts={draft.boxes.map(({ example }) => example)} />
            ))}
          </BoxBoard>
          {picture.style !== 'default' && (
            <p className={classes.note}>
              This is the variant “{picture.style}”. All pictures of a template share its boxes.
            </p>
          )}
        </section>
        <Tabs
          value={tab}
          onChange={(value) => setTab(editorTab(value) ?? 'words')}
          className={classes.panel}
          color="var(--zap)"
          keepMounted={false}
        >
          <Tabs.List className={classes.tabs}>
            <Tabs.Tab value="words">Words</Tabs.Tab>
            <Tabs.Tab value="boxes">Boxes ({draft.boxes.length})</Tabs.Tab>
            <Tabs.Tab value="pictures">Pictures</Tabs.Tab>
            <Tabs.Tab value="alike">
              Look-alikes{saved.duplicates.length > 0 && ` (${saved.duplicates.length})`}
            </Tabs.Tab>
            <Tabs.Tab value="history">History</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="words">
            <WordsPanel editing={editing} issueOf={issueOf} />
          </Tabs.Panel>
          <Tabs.Panel value="boxes">
            <BoxList editing={boxEditing} words={words} issues={boxIssues} />
          </Tabs.Panel>
          <Tabs.Panel value="pictures">
            <PicturesPanel editing={editing} shown={picture.style} onShown={setStyle} />
          </Tabs.Panel>
          <Tabs.Panel value="alike">
            <LookAlikesPanel editing={editing} />
          </Tabs.Panel>
          <Tabs.Panel value="history">
            <HistoryPanel editing={editing} />
          </Tabs.Panel>
        </Tabs>
      </div>
      <LeaveGuard editing={editing} />
    </div>
  )
}
