/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-findings-page.h"

#include "crit-children.h"
#include "crit-label.h"
#include "json/crit-finding.h"

#include <glib/gi18n-lib.h>

/* A file can be wrong in ten thousand places; whoever mends it starts at the first. */
#define MAX_SHOWN 50

struct _CritFindingsPage
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkBox *findings;

  char *text; /* all findings, one a line, as they are copied */
};

G_DEFINE_FINAL_TYPE (CritFindingsPage, crit_findings_page, ADW_TYPE_BIN)

static char *
dup_place (const CritFinding *finding)
{
  if (finding->line == 0)
    return g_strdup (_ ("The file as a whole"));
  if (finding->severity == CRIT_SEVERITY_WARNING)
    /* Translators: where in a file something was noticed */
    return g_strdup_printf (_ ("Line %1$u, column %2$u · a warning only"), finding->line,
                            finding->column);
  /* Translators: where in a file something is wrong */
  return g_strdup_printf (_ ("Line %1$u, column %2$u"), finding->line, finding->column);
}

static void
append_line (GtkBox *box, const char *text, CritLabelStyle style)
{
  GtkWidget *label = crit_label_new (text, style);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (box, label);
}

static void
append_finding (CritFindingsPage *self, const CritFinding *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *place = dup_place (finding);

  append_line (GTK_BOX (box), place, CRIT_LABEL_DIM);
  append_line (GTK_BOX (box), finding->message, CRIT_LABEL_PLAIN);
  gtk_box_append (self->findings, box);
}

static void
append_rest (CritFindingsPage *self, guint n)
{
  /* Translators: %u is how many things that are wrong with a file are not shown. */
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more. Copy the list to have them all.",
                                    "And %u more. Copy the list to have them all.", n),
                       n);

  append_line (self->findings, text, CRIT_LABEL_PLAIN);
}

static void
show_findings (CritFindingsPage *self, GPtrArray *findings)
{
  crit_children_remove (GTK_WIDGET (self->findings));
  for (guint i = 0; i < MIN (findings->len, MAX_SHOWN); i++)
    append_finding (self, g_ptr_array_index (findings, i));
  if (findings->len > MAX_SHOWN)
    append_rest (self, findings->len - MAX_SHOWN);
}

static void
copy_cb (CritFindingsPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
}

static void
crit_findings_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CRIT_TYPE_FINDINGS_PAGE);
  G_OBJECT_CLASS (crit_findings_page_parent_class)->dispose (object);
}

static void
crit_findings_page_finalize (GObject *object)
{
  g_free (CRIT_FINDINGS_PAGE (object)->text);
  G_OBJECT_CLASS (crit_findings_page_parent_class)->finalize (object);
}

static void
crit_findings_page_class_init (CritFindingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_findings_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = crit_findings_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/crit-findings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CritFindingsPage, title);
  gtk_widget_class_bind_template_child (widget_class, CritFindingsPage, findings);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
crit_findings_page_init (CritFindingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * crit_findings_page_set_document:
 * @self: a page
 * @document: a file that cannot be used
 *
 * Shows what was found in the file.
 */
void
crit_findings_page_set_document (CritFindingsPage *self, CritDocument *document)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (CRIT_IS_FINDINGS_PAGE (self));
  g_return_if_fail (CRIT_IS_DOCUMENT (document));

  name = crit_document_dup_name (document);
  /* Translators: %s is the name of a file. */
  title = g_strdup_printf (_ ("“%s” cannot be used"), name);
  gtk_label_set_text (self->title, title);
  show_findings (self, crit_document_get_findings (document));
  g_free (self->text);
  self->text = crit_document_dup_findings_text (document, G_MAXUINT);
}
