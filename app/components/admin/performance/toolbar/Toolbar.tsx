'use client'

import { Button } from '@mantine/core'
import type { PerformanceFieldsFragment, Warmth } from '../../../../generated/graphql'
import type { PerformanceAsked } from '../../../../performance/asked'
import { processTitle } from '../../../../performance/processTitle'
import { deviceTitle, inOrder, stageTitle } from '../../../../performance/stageNames'
import { FilterSelect } from './FilterSelect'
import { RangePicker } from './RangePicker'
import classes from './Toolbar.module.css'

interface ToolbarProps {
  readonly asked: PerformanceAsked
  readonly ask: (change: Partial<PerformanceAsked>) => void
  readonly choices: PerformanceFieldsFragment['choices'] | null
}

const warmths = [
  { value: 'WARM', label: 'Warm only' },
  { value: 'COLD', label: 'Cold only' },
]

/** What is looked at: time, operation, worker, cache, device. Each choice is an address of its own. */
export function Toolbar({ asked, ask, choices }: ToolbarProps) {
  const { operation, worker, device, warmth } = asked
  const operations = inOrder(
    (choices?.operations ?? []).filter((one) => one !== 'job').map((one) => ({ operation: one })),
  )
  const filtered = operation !== 'job' || worker || device || warmth
  return (
    <div className={classes.bar}>
      <div className={classes.row}>
        <RangePicker range={asked.range} onRange={(range) => ask({ range })} />
      </div>
      <div className={classes.row}>
        <FilterSelect
          label="Operation"
          value={operation === 'job' ? null : operation}
          all="Whole jobs"
          choices={operations.map((one) => ({ value: one.operation, label: stageTitle(one.operation) }))}
          onChoose={(chosen) => ask({ operation: chosen ?? 'job' })}
        />
        <FilterSelect
          label="Worker"
          value={worker}
          all="All workers"
          choices={(choices?.workers ?? []).map((id) => ({ value: id, label: processTitle(id) }))}
          onChoose={(chosen) => ask({ worker: chosen })}
        />
        <FilterSelect
          label="Cache"
          value={warmth}
          all="Warm and cold"
          choices={warmths}
          onChoose={(chosen) => ask({ warmth: chosen as Warmth | null })}
        />
        <FilterSelect
          label="Device"
          value={device}
          all="All devices"
          choices={(choices?.devices ?? []).map((one) => ({ value: one, label: deviceTitle(one) }))}
          onChoose={(chosen) => ask({ device: chosen })}
        />
        {filtered && (
          <Button
            size="sm"
            variant="subtle"
            color="gray"
            c="var(--text)"
            onClick={() => ask({ operation: 'job', worker: null, device: null, warmth: null })}
          >
            No filters
          </Button>
        )}
      </div>
    </div>
  )
}
