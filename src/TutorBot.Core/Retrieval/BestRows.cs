namespace TutorBot.Core.Retrieval;

/// <summary>Keeps the best of many rows in a buffer, best first; of equal scores the one offered first stays ahead.</summary>
internal ref struct BestRows(Span<ScoredRow> buffer)
{
    private readonly Span<ScoredRow> _buffer = buffer;

    public int Count { get; private set; }

    public void Offer(int row, float score)
    {
        if (Count == _buffer.Length && (Count == 0 || score <= _buffer[Count - 1].Score))
        {
            return;
        }

        var place = Count < _buffer.Length ? Count++ : Count - 1;
        for (; place > 0 && _buffer[place - 1].Score < score; place--)
        {
            _buffer[place] = _buffer[place - 1];
        }

        _buffer[place] = new ScoredRow(row, score);
    }
}
