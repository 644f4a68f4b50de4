import { GraphQLError } from 'graphql'
import pino from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { AppError } from '#core/errors'
import { createContext, type GraphContext } from './context'
import { orProblem } from './problem'
import { publicError } from './publicErrors'

let logged: Record<string, unknown>[]
let context: GraphContext

beforeEach(() => {
  logged = []
  const log = pino({}, { write: (line: string) => void logged.push(JSON.parse(line)) })
  context = { ...createContext(new Request('http://site.test')), log }
})

const resolverError = (originalError: Error) =>
  new GraphQLError(originalError.message, { originalError, path: ['job'] })

test('an error with a name keeps its words and is not logged', () => {
  expect(publicError(resolverError(new AppError('NOT_FOUND', 'No such job.')), context)).toEqual({
    message: 'No such job.',
    path: ['job'],
    extensions: { code: 'NOT_FOUND', retryable: false },
  })
  expect(logged).toEqual([])
})

test('an unexpected error shows a trace id and no detail, and is logged once', () => {
  const told = publicError(resolverError(new Error('password=secret at 10.0.0.1')), context)
  expect(told).toEqual({
    message: 'Something went wrong on our side.',
    path: ['job'],
    extensions: { code: 'INTERNAL', traceId: context.traceId, retryable: true },
  })
  expect(logged).toMatchObject([{ msg: 'unexpected error', err: { message: 'password=secret at 10.0.0.1' } }])
})

test('a union gets problem members, and INTERNAL for what is unexpected or not in the union', async () => {
  const fail = (error: Error) =>
    orProblem(context, ['RequestProblem', 'ServiceProblem'], async () => {
      throw error
    })
  expect(await fail(new AppError('INPUT_INVALID', 'No.', { details: { field: 'id' } }))).toEqual({
    __typename: 'RequestProblem',
    code: 'INPUT_INVALID',
    message: 'No.',
    retryable: false,
    field: 'id',
  })
  expect(await fail(new AppError('QUEUE_FULL'))).toMatchObject({ code: 'QUEUE_FULL', retryable: true, traceId: null })
  expect(logged).toEqual([])
  for (const error of [new TypeError('x is not a function'), new AppError('NO_CAPTIONS')])
    expect(await fail(error)).toMatchObject({
      __typename: 'ServiceProblem',
      code: 'INTERNAL',
      traceId: context.traceId,
    })
  expect(logged).toHaveLength(2)
})
