namespace Belvedere;

/// <summary>Numbers with units, so that the model holds no durations or sizes in text.</summary>
public static class Units
{
    extension(int number)
    {
        /// <summary>A duration in milliseconds.</summary>
        public Duration Milliseconds => new(number);

        /// <summary>A duration in seconds.</summary>
        public Duration Seconds => new(number * 1_000L);

        /// <summary>A duration in minutes.</summary>
        public Duration Minutes => new(number * 60_000L);

        /// <summary>A duration in hours.</summary>
        public Duration Hours => new(number * 3_600_000L);

        /// <summary>A duration in days of 24 hours.</summary>
        public Duration Days => new(number * 86_400_000L);

        /// <summary>A size in units of 2^10 bytes.</summary>
        public ByteSize KiB => new((long)number << 10);

        /// <summary>A size in units of 2^20 bytes.</summary>
        public ByteSize MiB => new((long)number << 20);

        /// <summary>A size in units of 2^30 bytes.</summary>
        public ByteSize GiB => new((long)number << 30);

        /// <summary>A size in units of 2^40 bytes.</summary>
        public ByteSize TiB => new((long)number << 40);

        /// <summary>Processor time in thousandths of a core.</summary>
        public CpuAmount Millicores => new(number);

        /// <summary>Processor time in cores.</summary>
        public CpuAmount Cores => new(number * 1_000L);
    }
}
