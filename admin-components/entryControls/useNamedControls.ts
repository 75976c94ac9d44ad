'use client'

import { useEffect, type RefObject } from 'react'
import { useSay } from '../language.js'

/**
 * Gives Payload's form controls their names for screen readers: in a form within a page its labels point to ids that the
 * controls do not carry, and the input of its selects has no label at all.
 */
export function useNamedControls(inside: RefObject<HTMLElement | null>): void {
  const menu = useSay()('workspace:menu')
  useEffect(() => {
    const form = inside.current?.closest('form')
    if (!form) return
    nameControls(form, menu)
    const observer = new MutationObserver(() => nameControls(form, menu))
    observer.observe(form, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [inside, menu])
}

function nameControls(form: HTMLElement, menu: string): void {
  for (const label of form.querySelectorAll<HTMLLabelElement>('label.field-label')) {
    const field = label.closest('.field-type')
    const select = field?.querySelector<HTMLInputElement>('input.rs__input')
    if (select) name(select, label)
    const control = select ?? field?.querySelector<HTMLElement>('input[id], textarea[id]')
    if (control?.id && label.htmlFor !== control.id && !document.getElementById(label.htmlFor))
      label.htmlFor = control.id
  }
  // Hidden from screen readers, so the keyboard must not stop there either; the select opens from its input.
  for (const button of form.querySelectorAll<HTMLElement>(
    '[aria-hidden=true][role=button], button[aria-hidden=true]',
  ))
    if (button.tabIndex !== -1) button.tabIndex = -1
  for (const button of form.querySelectorAll<HTMLElement>('button.popup-button:not([aria-label])'))
    button.setAttribute('aria-label', menu)
}

function name(select: HTMLInputElement, label: HTMLLabelElement): void {
  const text = label.textContent.replace('*', '').trim()
  if (select.getAttribute('aria-label') !== text) select.setAttribute('aria-label', text)
}
