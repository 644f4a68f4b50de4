'use client'

import { Autocomplete, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { TemplateDraft } from '../../../curate/templateDraft'
import type { TemplateEditing } from '../../../hooks/useTemplateEditor'
import classes from './TemplateEditor.module.css'

interface WordsPanelProps {
  readonly editing: TemplateEditing
  /** What the server said about a field. */
  readonly issueOf: (field: string) => string | undefined
}

const licences = ['CC0 1.0', 'CC BY 4.0', 'CC BY-SA 4.0', 'MIT', 'Public domain', 'Own work']

type TextField = 'name' | 'slug' | 'description' | 'source' | 'licence'

/** What is said about a template: what it is called, what it is about, and where it comes from. */
export function WordsPanel({ editing, issueOf }: WordsPanelProps) {
  const { draft, change } = editing
  const text = (field: TextField) => ({
    value: draft[field],
    error: issueOf(field),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      change({ [field]: event.currentTarget.value } as Partial<TemplateDraft>, `type ${field}`),
  })
  const chips = (field: 'aliases' | 'keywords') => ({
    value: [...draft[field]],
    error: issueOf(field),
    splitChars: [',', ';'],
    acceptValueOnBlur: true,
    clearable: false,
    onChange: (values: string[]) => change({ [field]: values } as Partial<TemplateDraft>),
  })
  return (
    <div className={classes.form}>
      <TextInput label="Name" maxLength={100} {...text('name')} />
      <TextInput
        label="Address"
        description="Lower case letters, digits and hyphens. An old address still leads here."
        leftSection={<span aria-hidden="true">/templates/</span>}
        leftSectionWidth={96}
        maxLength={80}
        spellCheck={false}
        {...text('slug')}
      />
      <Textarea
        label="Description"
        description="What is to be seen. Who cannot see the picture hears this."
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        {...text('description')}
      />
      <TagsInput label="Other names" description="Press Enter after each." maxTags={30} {...chips('aliases')} />
      <TagsInput
        label="Keywords"
        description="What it is about; people find it by them."
        maxTags={50}
        {...chips('keywords')}
      />
      <Textarea
        label="Source"
        description="Where the picture comes from: an address, or words. Needed to publish."
        autosize
        minRows={1}
        maxRows={4}
        maxLength={2000}
        {...text('source')}
      />
      <Autocomplete
        label="Licence"
        description="What may be done with the picture. Needed to publish."
        data={licences}
        maxLength={500}
        value={draft.licence}
        error={issueOf('licence')}
        onChange={(licence) => change({ licence }, 'type licence')}
      />
    </div>
  )
}
