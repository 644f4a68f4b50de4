/** A cookie's value out of a `Cookie` header; undefined when it is not there. */
export function cookieValue(header: string | null, name: string): string | undefined {
  const found = (header ?? '').split(';').find((part) => part.trim().startsWith(`${name}=`))
  return found?.trim().slice(name.length + 1)
}
