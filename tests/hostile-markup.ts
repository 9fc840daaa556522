/** Markup that does something wherever it is taken for HTML; `top.hit` tells that it has. */
export const hostileMarkup: readonly string[] = [
  '<script>top.hit = 1</script>',
  '<img src="x:" onerror="top.hit = 1" data-hostile>',
  '<svg onload="top.hit = 1" data-hostile></svg>',
  '"><b data-hostile onmouseover="top.hit = 1">',
  "'><b data-hostile>",
  '</textarea></pre></code><b data-hostile>',
  '</title><b data-hostile>',
  '<iframe srcdoc="<script>top.hit = 1</script>" data-hostile></iframe>',
  '<a href="javascript:top.hit = 1" data-hostile>bread</a>',
  '<style>* { display: none }</style><b data-hostile>',
  '<details open ontoggle="top.hit = 1" data-hostile>',
  '<!--><b data-hostile>-->',
  '{@html "<b data-hostile>"}',
  '&lt;b data-hostile&gt;',
];
