'use client'

import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import Link from 'next/link'
import type { ListAsked, ListOrder, ListStates } from '../../../curate/listAsked'
import type { CuratedTemplatesQuery, CurationWorkQuery } from '../../../generated/graphql'
import { useCuratedList } from '../../../hooks/useCuratedList'
import { useCurationWork } from '../../../hooks/useCurationWork'
import { Trouble } from '../parts/Trouble'
import classes from './CuratedList.module.css'
import { CuratedRow } from './CuratedRow'
import { DuplicatesPanel } from './DuplicatesPanel'
import { EmptySearchesPanel } from './EmptySearchesPanel'
import { RecurringPanel } from './RecurringPanel'
import { UsesPanel } from './UsesPanel'
import { VectorsPanel } from './VectorsPanel'

interface CuratedListProps {
  readonly first: CuratedTemplatesQuery['curation']
  readonly firstAsked: ListAsked
  readonly firstWork: CurationWorkQuery['curation']
}

const orders = [
  { value: 'RECENTLY_CHANGED', label: 'Recently changed' },
  { value: 'NEWEST', label: 'Newest' },
  { value: 'MOST_USED', label: 'Most used' },
  { value: 'NEVER_USED', label: 'Never used' },
  { value: 'NAME', label: 'By name' },
]

/** All templates, to be searched and sorted, and beside them what could be looked after. */
export function CuratedList({ first, firstAsked, firstWork }: CuratedListProps) {
  const list = useCuratedList(first, firstAsked)
  const { work, refresh } = useCurationWork(firstWork)
  const { counts, total, rows, asked, ask } = list
  const states = [
    { value: 'ALL', label: `All states (${counts.draft + counts.published + counts.retired})` },
    { value: 'DRAFT', label: `Drafts (${counts.draft})` },
    { value: 'PUBLISHED', label: `Published (${counts.published})` },
    { value: 'RETIRED', label: `Retired (${counts.retired})` },
  ]
  const alike = new Set(work.duplicates.flatMap(({ older, newer }) => [older.id, newer.id]))
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>Templates</h1>
        <Button component={Link} href="/admin/templates/new" leftSection={<IconPlus size={18} />}>
          New template
        </Button>
      </header>
      <div className={classes.columns}>
        <section className={classes.main} aria-label="All templates">
          <div className={classes.filters}>
            <TextInput
              aria-label="Search all templates"
              placeholder="Name, address, keyword, source …"
              leftSection={<IconSearch size={18} aria-hidden="true" />}
              maxLength={200}
              value={asked.search}
              onChange={(event) => ask({ ...asked, search: event.currentTarget.value })}
            />
            <Select
              aria-label="State"
              data={states}
              value={asked.states}
              allowDeselect={false}
              onChange={(value) => ask({ ...asked, states: (value ?? 'ALL') as ListStates })}
            />
            <Select
              aria-label="Order"
              data={orders}
              value={asked.order}
              allowDeselect={false}
              onChange={(value) => ask({ ...asked, order: (value ?? 'RECENTLY_CHANGED') as ListOrder })}
            />
          </div>
          <p className={classes.count}>
            <span role="status">{total === 1 ? '1 template' : `${total} templates`}</span>
            <a href="#work" className={classes.jump}>
              To look after
            </a>
          </p>
          {list.problem && <Trouble problem={list.problem} onRetry={() => ask({ ...asked })} />}
          {rows.length > 0 && (
            <ul className={classes.rows} data-waiting={list.waiting || undefined}>
              {rows.map((template) => (
                <CuratedRow key={template.id} template={template} alike={alike.has(template.id)} />
              ))}
            </ul>
          )}
          {rows.length === 0 && !list.problem && (
            <p className={classes.none}>
              {counts.draft + counts.published + counts.retired === 0
                ? 'There are no templates yet. Make the first one, or import a folder of them.'
                : 'No template is like that. Search for less, or look in all states.'}
            </p>
          )}
          {list.more && (
            <Button variant="default" loading={list.waiting} onClick={list.more}>
              More
            </Button>
          )}
        </section>
        <aside id="work" className={classes.work} aria-label="To look after">
          <DuplicatesPanel pairs={work.duplicates} />
          <RecurringPanel uploads={work.recurringUploads} />
          <EmptySearchesPanel searches={work.emptySearches} onDismissed={refresh} />
          <UsesPanel mostUsed={work.mostUsed} neverUsed={work.neverUsed} />
          <VectorsPanel vectors={work.vectors} />
        </aside>
      </div>
    </div>
  )
}
