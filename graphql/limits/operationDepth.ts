import type { SelectionSetNode, ValidationRule } from 'graphql'
import { operationRule } from './operationRule'

/**
 * Refuses operations nested deeper than `maxDepth` fields, fragments counted where they are spread. Introspection does not count: graphql's own rule
 * limits it.
 */
export const maxDepthRule = (maxDepth: number): ValidationRule =>
  operationRule((context) => {
    const fragmentDepths = new Map<string, number>()

    function fragmentDepth(name: string): number {
      const known = fragmentDepths.get(name)
      if (known !== undefined) return known
      // Holds the place while it is counted, so that a cycle (which graphql reports itself) ends.
      fragmentDepths.set(name, 0)
      const depth = depthOf(context.getFragment(name)?.selectionSet)
      fragmentDepths.set(name, depth)
      return depth
    }

    function depthOf(selectionSet: SelectionSetNode | undefined): number {
      let deepest = 0
      for (const selection of selectionSet?.selections ?? []) {
        if (selection.kind === 'Field' && selection.name.value.startsWith('__')) continue
        const depth =
          selection.kind === 'Field'
            ? 1 + depthOf(selection.selectionSet)
            : selection.kind === 'InlineFragment'
              ? depthOf(selection.selectionSet)
              : fragmentDepth(selection.name.value)
        deepest = Math.max(deepest, depth)
      }
      return deepest
    }

    return (selectionSet) => {
      const depth = depthOf(selectionSet)
      return depth > maxDepth
        ? `The operation is nested ${depth} fields deep; at most ${maxDepth} are allowed.`
        : undefined
    }
  })
