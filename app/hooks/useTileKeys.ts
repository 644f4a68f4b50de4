'use client'

import type { KeyboardEvent, RefObject } from 'react'

const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const

const centre = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}

/** The nearest link in a direction, rows being as wide as they come. */
function neighbour(links: readonly HTMLElement[], from: HTMLElement, [dx, dy]: readonly [number, number]) {
  if (dx !== 0) return links[links.indexOf(from) + dx]
  const start = centre(from)
  const beyond = links.filter((link) => (centre(link).y - start.y) * dy > from.offsetHeight / 2)
  const away = (link: HTMLElement) => Math.abs(centre(link).y - start.y) * 4 + Math.abs(centre(link).x - start.x)
  return beyond.sort((one, other) => away(one) - away(other))[0]
}

/** Arrow keys between the links of a grid. `enter` goes to the first one. */
export function useTileKeys(grid: RefObject<HTMLElement | null>): {
  readonly keys: (event: KeyboardEvent) => void
  readonly enter: () => void
} {
  const links = () => [...(grid.current?.querySelectorAll<HTMLElement>('a') ?? [])]
  return {
    enter: () => links()[0]?.focus(),
    keys: (event) => {
      const step = Object.entries(steps).find(([key]) => key === event.key)?.[1]
      if (!step || !(event.target instanceof HTMLAnchorElement)) return
      const next = neighbour(links(), event.target, step)
      if (!next) return
      event.preventDefault()
      next.focus()
    },
  }
}
