/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-document-watch.h"

#include "store/crit-file-watch.h"

struct _CritDocumentWatch
{
  GObject parent_instance;

  CritFileWatch *watch;
  CritDocument *document;
  guint n_readings; /* begun so far */
};

G_DEFINE_FINAL_TYPE (CritDocumentWatch, crit_document_watch, G_TYPE_OBJECT)

enum
{
  PROP_DOCUMENT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* One reading of the file, and which it is. */
typedef struct
{
  CritDocumentWatch *watch;
  guint number;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->watch);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* Of two readings under way the one begun later counts, whichever ends first. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reading) reading = user_data;
  CritDocumentWatch *self = reading->watch;
  g_autoptr (CritDocument) document = crit_document_load_finish (result);

  if (reading->number != self->n_readings)
    return;
  g_set_object (&self->document, document);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

static void
changed_cb (CritDocumentWatch *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->watch = g_object_ref (self);
  reading->number = ++self->n_readings;
  crit_document_load_async (crit_document_get_file (self->document), read_cb, reading);
}

static void
crit_document_watch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, CRIT_DOCUMENT_WATCH (object)->document);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
crit_document_watch_dispose (GObject *object)
{
  CritDocumentWatch *self = CRIT_DOCUMENT_WATCH (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (crit_document_watch_parent_class)->dispose (object);
}

static void
crit_document_watch_class_init (CritDocumentWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = crit_document_watch_dispose;
  object_class->get_property = crit_document_watch_get_property;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, CRIT_TYPE_DOCUMENT,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
crit_document_watch_init (CritDocumentWatch *self)
{
}

/**
 * crit_document_watch_new:
 * @document: a document as it was read
 *
 * Follows the file of a document from now on, and looks at once whether it has changed since it was read.
 *
 * Returns: (transfer full): the watch; to let go of it ends it
 */
CritDocumentWatch *
crit_document_watch_new (CritDocument *document)
{
  CritDocumentWatch *self = NULL;

  g_return_val_if_fail (CRIT_IS_DOCUMENT (document), NULL);

  self = g_object_new (CRIT_TYPE_DOCUMENT_WATCH, NULL);
  self->document = g_object_ref (document);
  self->watch =
      crit_file_watch_new (crit_document_get_file (document), crit_document_get_digest (document));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  crit_file_watch_look (self->watch);
  return self;
}

/**
 * crit_document_watch_get_document:
 * @self: a watch
 *
 * Returns: (transfer none): what the file was when it was last read
 */
CritDocument *
crit_document_watch_get_document (CritDocumentWatch *self)
{
  g_return_val_if_fail (CRIT_IS_DOCUMENT_WATCH (self), NULL);

  return self->document;
}

/**
 * crit_document_watch_look:
 * @self: a watch
 *
 * Looks now whether the file has changed.
 */
void
crit_document_watch_look (CritDocumentWatch *self)
{
  g_return_if_fail (CRIT_IS_DOCUMENT_WATCH (self));

  crit_file_watch_look (self->watch);
}
