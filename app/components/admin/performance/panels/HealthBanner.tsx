import { IconAlertOctagonFilled, IconAlertTriangleFilled, IconCircleCheckFilled } from '@tabler/icons-react'
import type { Health, Level } from '../../../../performance/health'
import classes from './HealthBanner.module.css'

const icons = { good: IconCircleCheckFilled, watch: IconAlertTriangleFilled, bad: IconAlertOctagonFilled } as const
const words = { good: 'fine', watch: 'worth a look', bad: 'broken' } as const

function Sign({ level, size }: { readonly level: Level; readonly size: number }) {
  const Icon = icons[level]
  return <Icon size={size} className={classes[level]} aria-label={words[level]} role="img" />
}

/** Whether everything is working: one sentence, then part by part, each with a shape and words beside its colour. */
export function HealthBanner({ health }: { readonly health: Health }) {
  return (
    <section className={classes.banner} data-level={health.level} aria-label="Health">
      <p className={classes.verdict} role="status">
        <Sign level={health.level} size={26} />
        {health.words}
      </p>
      <ul className={classes.parts}>
        {health.parts.map(({ name, level, state, facts, advice }) => (
          <li key={name} className={classes.part}>
            <span className={classes.name}>{name}</span>
            <span className={classes.state}>
              <Sign level={level} size={17} />
              {state}
            </span>
            <span className={classes.facts}>{facts}</span>
            {advice && <p className={classes.advice}>{advice}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
