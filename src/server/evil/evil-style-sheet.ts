/** Plain class selectors and no addresses: the page is shown in a frame that loads nothing by itself. */
export const evilStyleSheet = `.evil {
  box-sizing: border-box;
  display: grid;
  gap: 16px;
  justify-items: center;
  align-content: center;
  min-height: 100vh;
  padding: 24px;
  background: #1d1420;
  color: #f4e9f7;
  font-family: 'Pretendard Variable', Pretendard, system-ui, sans-serif;
  font-size: 14px;
  line-height: 1.6;
  text-align: center;
  word-break: keep-all;
  overflow-wrap: anywhere;
}
.evil-name { margin: 0; font-size: 22px; line-height: 1.3; }
.evil-text { margin: 0; max-width: 400px; color: #d8c6de; }
.evil-button { padding: 10px 18px; border: 0; border-radius: 8px; background: #f6c453; color: #2b1d12; font: inherit; font-weight: 700; cursor: pointer; }
.evil-link { color: #f6c453; }
`;
