import type { ASTVisitor, SelectionSetNode, ValidationContext, ValidationRule } from 'graphql'
import { GraphQLError } from 'graphql'

/** Judges an operation by what it selects at its top: the words to refuse it with, or undefined when it may run. */
type Judge = (selectionSet: SelectionSetNode) => string | undefined

/** A validation rule about operations as wholes. `judgeIn` is called once a document, with the context that knows its fragments. */
export const operationRule =
  (judgeIn: (context: ValidationContext) => Judge): ValidationRule =>
  (context): ASTVisitor => {
    const judge = judgeIn(context)
    return {
      OperationDefinition(node) {
        const words = judge(node.selectionSet)
        if (words) context.reportError(new GraphQLError(words, { nodes: node }))
      },
    }
  }
