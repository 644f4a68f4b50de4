import type { ParseOptions, ValidationRule } from 'graphql'
import type { Config } from '#core/config'
import { maxDepthRule } from './operationDepth'
import { maxRootFieldsRule } from './rootFields'

/** What parser and validation are given to refuse costly operations. */
export interface OperationLimits {
  readonly parseOptions: ParseOptions
  /** Beside graphql's own rules. */
  readonly validationRules: readonly ValidationRule[]
}

/** What a document may cost before it is executed: the same on both execution paths. */
export const operationLimits = ({ limits }: Pick<Config, 'limits'>): OperationLimits => ({
  parseOptions: { maxTokens: limits.max_query_tokens },
  validationRules: [maxDepthRule(limits.max_query_depth), maxRootFieldsRule(limits.max_root_fields)],
})
