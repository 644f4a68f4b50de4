import { buildSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { maxDepthRule } from './operationDepth'

const schema = buildSchema('type Query { a: A } type A { a: A, b: Int }')

const errors = (query: string) => validate(schema, parse(query), [maxDepthRule(3)]).map(({ message }) => message)

test.each([
  '{ a { a { b } } }',
  '{ a { ...F } } fragment F on A { a { b } }',
  '{ a { ... on A { ... on A { a { b } } } } }',
  '{ __schema { types { fields { type { ofType { ofType { name } } } } } } }',
])('%s is not too deep', (query) => expect(errors(query)).toEqual([]))

test.each([
  '{ a { a { a { b } } } }',
  '{ a { ...F } } fragment F on A { a { a { b } } }',
  '{ a { b } ...Q } fragment Q on Query { a { ...F } } fragment F on A { a { a { b } } }',
])('%s is', (query) => expect(errors(query)).toEqual(['The operation is nested 4 fields deep; at most 3 are allowed.']))
