import type { SelectionSetNode, ValidationRule } from 'graphql'
import { operationRule } from './operationRule'

/** Refuses operations that ask for more than `maxRootFields` fields at the top: aliases would otherwise make one request do the work of hundreds. */
export const maxRootFieldsRule = (maxRootFields: number): ValidationRule =>
  operationRule((context) => {
    function count(selectionSet: SelectionSetNode | undefined, inside: ReadonlySet<string>): number {
      let fields = 0
      for (const selection of selectionSet?.selections ?? []) {
        if (selection.kind === 'Field') fields++
        else if (selection.kind === 'InlineFragment') fields += count(selection.selectionSet, inside)
        else if (!inside.has(selection.name.value)) {
          const name = selection.name.value
          fields += count(context.getFragment(name)?.selectionSet, new Set([...inside, name]))
        }
        if (fields > maxRootFields) break
      }
      return fields
    }
    return (selectionSet) =>
      count(selectionSet, new Set()) > maxRootFields
        ? `The operation has more than ${maxRootFields} fields at its top.`
        : undefined
  })
