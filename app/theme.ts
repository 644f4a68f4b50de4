import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The yellow of the flash in our mark. Shade 4 is the brand colour; it always carries dark ink. */
const zap: MantineColorsTuple = [
  '#fff9d6',
  '#fff2ad',
  '#ffe978',
  '#ffdf47',
  '#ffd60a',
  '#f2c800',
  '#c99f00',
  '#927300',
  '#6b5500',
  '#463800',
]

/** Warm greys, so that dark mode is ink rather than slate. */
const dark: MantineColorsTuple = [
  '#f4f2ec',
  '#d9d6cd',
  '#b4b0a6',
  '#85817a',
  '#46433f',
  '#33312e',
  '#262421',
  '#1c1b18',
  '#141311',
  '#0c0b0a',
]

/** Colours of surfaces and states live in theme.css, one value per scheme; this is what Mantine computes from. */
export const theme = createTheme({
  colors: { zap, dark },
  primaryColor: 'zap',
  primaryShade: 4,
  autoContrast: true,
  luminanceThreshold: 0.4,
  black: '#16140f',
  fontFamily: 'var(--font-text), system-ui, sans-serif',
  headings: { fontFamily: 'var(--font-heading), system-ui, sans-serif', fontWeight: '800' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '8px', md: '12px', lg: '18px', xl: '28px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { fw: 650 } },
  },
})
