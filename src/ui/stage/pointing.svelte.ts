import type { Attachment } from 'svelte/attachments';
import type { Place } from '../../tutorial/step.ts';

/**
 * Marks the element of the place at which the lesson points (`data-place`) with `data-pointed`, for the
 * style sheet; whatever is shown or hidden meanwhile, the mark follows.
 */
export function pointing(place: () => Place | null): Attachment<HTMLElement> {
  return (root) => {
    $effect(() => {
      const wanted = place();
      const mark = () => {
        for (const element of root.querySelectorAll('[data-place], [data-pointed]')) {
          const pointed = element.getAttribute('data-place') === wanted;
          if (element.hasAttribute('data-pointed') !== pointed)
            element.toggleAttribute('data-pointed', pointed);
        }
      };
      mark();
      const observer = new MutationObserver(mark);
      observer.observe(root, {
        childList: true,
        subtree: true,
        attributeFilter: ['data-place'],
      });
      return () => observer.disconnect();
    });
  };
}
