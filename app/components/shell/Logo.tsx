/** Our mark: a caption's speech bubble with a flash through it. The name beside it says the same, so it is hidden from readers. */
export function Logo({ size = 34 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path
        d="M10 4h28a7 7 0 0 1 7 7v19a7 7 0 0 1-7 7H23l-9.5 8.2c-1 .9-2.5.2-2.5-1.2v-7h-1a7 7 0 0 1-7-7V11a7 7 0 0 1 7-7z"
        fill="var(--zap)"
        stroke="#16140f"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <path
        d="M27.6 8.5 14.500 22.8c-.6.7-.1 1.7.8 1.7h7l-2.5 8.6c-.3 1.1 1 1.9 1.8 1.1l13.2-14.4c.6-.7.1-1.7-.8-1.7h-7.1l2.5-8.5c.3-1.1-1-1.9-1.8-1.1z"
        fill="#16140f"
      />
    </svg>
  )
}
