const tabs = ['words', 'boxes', 'pictures', 'alike', 'history'] as const

/** The parts of a template beside its picture. */
export type EditorTab = (typeof tabs)[number]

/** The part that an address names; null when it names none. */
export const editorTab = (value: unknown): EditorTab | null => tabs.find((tab) => tab === value) ?? null
