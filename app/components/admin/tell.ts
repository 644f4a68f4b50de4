import { notifications } from '@mantine/notifications'

/** A line at the foot of the page that goes by itself. */
export const tell = (message: string): void =>
  void notifications.show({ message, color: 'zap', withBorder: true, autoClose: 6000 })
