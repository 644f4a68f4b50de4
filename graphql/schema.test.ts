import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql'
import { expect, test } from 'vitest'
import { schema } from './schema'

type Described = readonly [path: string, description: string | null | undefined]

/** A type and everything in it, by paths like `Query.job(id:)`. */
function elementsOf(type: GraphQLNamedType): readonly Described[] {
  const itself: Described = [type.name, type.description]
  const inside = (name: string): string => `${type.name}.${name}`
  if (isEnumType(type))
    return [itself, ...type.getValues().map((value): Described => [inside(value.name), value.description])]
  if (isInputObjectType(type))
    return [
      itself,
      ...Object.values(type.getFields()).map((field): Described => [inside(field.name), field.description]),
    ]
  if (!isObjectType(type) && !isInterfaceType(type)) return [itself]
  const fields = Object.values(type.getFields()).flatMap((field): Described[] => [
    [inside(field.name), field.description],
    ...field.args.map((arg): Described => [`${inside(field.name)}(${arg.name}:)`, arg.description]),
  ])
  return [itself, ...fields]
}

test('every type, field, argument and value of the schema is described', () => {
  const ours = Object.values(schema().getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  )
  const silent = ours.flatMap(elementsOf).filter(([, description]) => !description?.trim())
  expect(silent.map(([path]) => path)).toEqual([])
})
