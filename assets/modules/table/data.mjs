/* The rows of a dialog: pasted text or a file, as name and bytes. */

/* Name of pasted text, as the server has it in its messages. */
const PASTED = "pasted rows";

/* Base64 of a blob: a data URL without its head. */
function encoded(blob) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.addEventListener("load", () =>
      done(reader.result.slice(reader.result.indexOf(",") + 1)),
    );
    reader.addEventListener("error", () => failed(reader.error));
    reader.readAsDataURL(blob);
  });
}

/* Name, size and base64 of a file or of pasted text; null if there is no input. */
export async function inputOf(file, text, mostBytes) {
  if (!file && !text.trim()) return null;
  const blob = file ?? new Blob([text]);
  if (blob.size > mostBytes) return { name: file?.name, isTooLarge: true };
  return { name: file?.name ?? PASTED, data: blob.size ? await encoded(blob) : "" };
}

/* Have the browser save a text as a file. */
export function saveText(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
