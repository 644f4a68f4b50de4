'use client'

import { Modal, type ModalProps } from '@mantine/core'
import classes from './Dialog.module.css'

/** A question or a choice over the page, in the middle of it. */
export const Dialog = (
  props: Omit<ModalProps, 'opened' | 'centered' | 'classNames'> & { readonly opened?: boolean },
) => <Modal opened centered classNames={{ title: classes.title ?? '' }} {...props} />
